@echo off
rem Starts the station desk on Windows with any Java 17 or newer: a bundled jre, JAVA_HOME, or the PATH.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA_EXE=java"
set "JAVAW_EXE=javaw"
if exist "%JAVA_HOME%\bin\java.exe" (
    set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
    set "JAVAW_EXE=%JAVA_HOME%\bin\javaw.exe"
)
if exist "%HOME_DIR%\jre\bin\java.exe" (
    set "JAVA_EXE=%HOME_DIR%\jre\bin\java.exe"
    set "JAVAW_EXE=%HOME_DIR%\jre\bin\javaw.exe"
)
"%JAVA_EXE%" -version >nul 2>&1
if errorlevel 1 (
    echo Java 17 or newer was not found. Please install it, or unpack one into the folder "jre". 1>&2
    exit /b 4
)
set MAJOR=0
for /f "tokens=3" %%v in ('""%JAVA_EXE%" -version 2^>^&1 ^| findstr /i "version""') do (
    for /f "tokens=1 delims=.-" %%m in ("%%~v") do set MAJOR=%%m
)
if %MAJOR% LSS 17 (
    echo Java %MAJOR% is too old. Please install Java 17 or newer. 1>&2
    exit /b 4
)
set "FLAGS=-Xmx768m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable"
if %MAJOR% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"
if %MAJOR% GEQ 24 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"
set "FLAGS=%FLAGS% -Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true"
set "NATIVE=%HOME_DIR%\lib\native\org\sqlite\native\Windows\x86_64"
if /i not "%PROCESSOR_ARCHITECTURE%"=="AMD64" goto run
if not exist "%NATIVE%\sqlitejdbc.dll" goto run
set FLAGS=%FLAGS% "-Dorg.sqlite.lib.path=%NATIVE%" -Dorg.sqlite.lib.name=sqlitejdbc.dll
:run
if "%~1"=="" (
    start "" "%JAVAW_EXE%" %FLAGS% %SHEGONG_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.shegong.app.Main
    exit /b 0
)
chcp 65001 >nul
"%JAVA_EXE%" %FLAGS% %SHEGONG_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.shegong.app.Main %*
exit /b %ERRORLEVEL%
